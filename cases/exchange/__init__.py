"""Contacts and callbacks as the VNG API Klantinteracties writes them, out and in.

A municipality can hang its own contact-centre software on it.
"""
