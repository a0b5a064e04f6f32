"""The summary of the week by mail: numbers for who steers, nothing about anybody (VM-4)."""
