"""Letters and reports as PDF: asked for on a page, made by the worker, kept closed (PP-1 … PP-8).

A paper is one PDF of one thing that stands fast. The room that owns the thing says what stands on
it and who may read it; this room makes it once, keeps it sealed and shows how far it is. A room
adds a paper in five steps:

1. ``<room>/papers.py``: a maker, ``def decision(source: str) -> Document``, which reads the row
   with this key and gives html, css and a file name without a name of a person in it; and an order,
   ``Order("decision", str(row.pk), row.resident_id)``. What can still change on paper (a signature)
   goes into ``mark``, of the order and of the document, so that another text is another paper.
2. ``cases/makers.py``: one line, ``"decision": decision``.
3. The address: ``path("<int:pk>/brief/pdf/", views.pdf)``, with a view for GET and POST that finds
   the row in scope, requires the grant, and ends with
   ``return answer_paper(request, order, page=…, subject=row, decision=decision)``;
   that writes the line in the trail, so the view does not call ``record_view`` itself.
4. The page: ``context["paper"] = shown_paper(order, url=…, page=…)`` and
   ``{% include "cases/papers/_paper.html" with paper=paper csrf_token=csrf_token only %}``.
5. ``tests/cases/papers/``: a reference of its text and tags, see CONTRIBUTING.

An act that sends a letter may ask for its paper at once: ``ask_paper(order=…, by=by)`` inside its
transaction.
"""
