"""The tray's icon while the window is closed: what needs somebody, and one message a day."""
