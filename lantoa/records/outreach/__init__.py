"""What was told to people: news, articles, broadcasts by channel, and contests."""
