"""What windows are made of: looks, words and small widgets that know no portal."""
