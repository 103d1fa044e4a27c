"""Posts as a part of the project."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    """Who may reach which unit."""

    name = "lantoa.posts"
    verbose_name = "nhiệm vụ được giao"
