"""The command `deskside`: one thin module per command, each found and imported only when it is asked for."""
