"""What progress commentary tells of its action where no plain clause says it."""
