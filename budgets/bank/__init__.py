"""Bank lines: a file of the bank, and which advance each line pays back (BI-1 to BI-11).

Begins when the controller hands in a file; ends when every incoming line is matched or set aside.
"""
