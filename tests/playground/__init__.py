"""Microsoft's Agents Playground against the bot, to look with one's own eyes.

It is run by  make teams-playground.
The developer installs the Playground, whose licence is for evaluation; nothing of it is ours. It
listens to everybody, so it runs in a network of its own in which there is nothing but loopback, and
one bridge leads out of that, to this machine alone.
"""
