"""What planbot can do on the command line: one module per command."""
