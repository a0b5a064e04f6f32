"""Charts as pictures made on the server, each with the sentence and the figures beside it.

A chart is a ``Chart``: what it says, its labels and its series. ``components/chart.html`` shows the
sentence, the picture and the figures as a table (design 9). Whoever does not see the picture has
the table, with the same links.
"""

from common.charts.chart import Chart, Norm, Point, Series, Shape

__all__ = ["Chart", "Norm", "Point", "Series", "Shape"]
