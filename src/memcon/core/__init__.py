"""Values and vocabulary: frozen dataclasses, the standard library, no input or output."""
