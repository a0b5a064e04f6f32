"""Who does whose work for a while: cover, "waarneming" (VER-1, VER-2).

Begins when somebody takes over the desk of a colleague for some days; ends with those days, or
earlier. Imports ``absence``, ``notices`` and ``people``; a scope that says "mine" asks
``User.desk_ids``, which ``reach`` fills.
"""
