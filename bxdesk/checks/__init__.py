"""Why a widget would not show: every question is asked, and answered with its facts, its reason and its remedy."""
