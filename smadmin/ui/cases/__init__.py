"""When something goes wrong: cards for emergencies, and a child's picture or data that is out."""
