"""The recipe that makes the language model from data; nothing in the package imports it."""
