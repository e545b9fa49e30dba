"""Sharper cases than the sixty. Part of sixty.py."""
def cases(db, folder):
    return []
