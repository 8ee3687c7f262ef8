"""Which actions are meant: by their references, whole or cut short, or by words of their titles."""
