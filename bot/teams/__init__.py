"""Microsoft Teams: its activities in, our requests out; our replies in, its cards out."""
