"""What a web server starts; it refuses to start where the installation is unsafe."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")

application = get_wsgi_application()

from lantoa.people.access import refuse_demonstration_accounts  # noqa: E402 - needs the settings

refuse_demonstration_accounts()
