"""Today: what needs me, the last weeks, this week."""
