"""What the widget is: its handler, its texts, its options."""
