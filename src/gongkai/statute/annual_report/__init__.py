"""The annual report of open government information: its form, figures and checks.

《条例》第四十九条、第五十条；国办公开办函〔2021〕30号. The form is data
(``formats/``); a report is the exchange document, a plain dict.
"""
