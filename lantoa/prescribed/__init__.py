"""What a document asks: forms as dated versions, their sections and columns."""
