"""The subcommands of ``timeline``, one a module, loaded when called."""
