"""The measures that count the units themselves, on a chart; and their members."""

from lantoa.figures.measure import Measure, Nature

ORGANISATIONS = Measure("units.organisations", "Chi, đảng bộ trực thuộc", "tổ chức", Nature.CHART)
COMMUNES = Measure("units.communes", "Đảng bộ xã, phường, thị trấn", "đảng bộ", Nature.CHART)
BASES = Measure("units.bases", "Đảng bộ cơ sở khác", "đảng bộ", Nature.CHART)
DIVISIONS = Measure("units.divisions", "Đảng bộ bộ phận", "đảng bộ", Nature.CHART)
CELLS = Measure("units.cells", "Chi bộ", "chi bộ", Nature.CHART)
BASE_CELLS = Measure("units.base_cells", "Chi bộ trực thuộc đảng ủy cơ sở", "chi bộ", Nature.CHART)
MEMBERS = Measure("units.members", "Số đảng viên", "đảng viên", Nature.STOCK)
ON_CHART = (ORGANISATIONS, COMMUNES, BASES, DIVISIONS, CELLS, BASE_CELLS)
