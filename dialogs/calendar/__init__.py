"""The calendar (kalenteri): working days, hours, typed dates, when to remind, a series of dates.

Pure like all of dialogs: no clock (the moment is an argument), no chance. Instants are aware datetimes in
UTC; days and times of day are local to a zone that is named as IANA does ("Europe/Helsinki").
"""
