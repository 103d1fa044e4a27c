"""What a figure is: period, measure, tree and the Vietnamese way of writing it. Plain Python."""
