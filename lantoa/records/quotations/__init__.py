"""Figures quoted from publications: shown beside the computed ones, never added to them."""
