"""`smadmin demo`: the main job on the sample school, without a window, told in a report."""
