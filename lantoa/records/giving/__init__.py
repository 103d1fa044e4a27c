"""What was asked for, received and passed on: appeals, gifts of money, goods, labour, aid."""
