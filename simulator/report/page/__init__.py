"""The review as a page to read, print and hand out: what stands on it (view), and how it looks (templates).

The page is one file that loads nothing, runs nothing and works without script. Only simulator.report.formats.html_page
fills it in.
"""
