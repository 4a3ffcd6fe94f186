"""Pages to read, print and hand out: what stands on them (view, beside, sheets), and how they look (templates).

A page is one file that loads nothing, runs nothing and works without script. Only simulator.report.formats.html_page
fills them in.
"""
