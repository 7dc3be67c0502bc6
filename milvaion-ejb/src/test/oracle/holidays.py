#!/usr/bin/env python3
"""Prints what jollyday 2.19.0 lacks: src/main/resources/io/milvaion/scheduler/time/holiday/shipped.txt.

Japan: the Act on National Holidays as of 2020 (Emperor's Birthday, the equinoxes, substitute days, a
day between two holidays). USA: 5 U.S.C. 6103(b), New Year's Day on a Saturday. Turkey: law 2429,
three days of Ramazan Bayrami and four of Kurban Bayrami; the library has the first of each.
"""
from datetime import date, timedelta

DAY = timedelta(days=1)


def nth_monday(year, month, n):
    first = date(year, month, 1)
    return first + DAY * ((7 - first.weekday()) % 7 + 7 * (n - 1))


def japan(year):
    leap = (year - 1980) // 4
    spring = date(year, 3, int(20.8431 + 0.242194 * (year - 1980) - leap))
    autumn = date(year, 9, int(23.2488 + 0.242194 * (year - 1980) - leap))
    lacking = {date(year, 2, 23): "Emperor's Birthday",
               spring: "Vernal Equinox Day", autumn: "Autumnal Equinox Day"}
    days = {date(year, m, d) for m, d in
            [(1, 1), (2, 11), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23)]}
    days |= {nth_monday(year, 1, 2), nth_monday(year, 7, 3), nth_monday(year, 9, 3), nth_monday(year, 10, 2)}
    days |= set(lacking)
    for day in sorted(days):
        if day.weekday() == 6:
            free = day
            while free in days:
                free += DAY
            lacking[free] = "Substitute Holiday"
    for day in sorted(days):
        between = day + DAY
        if day + 2 * DAY in days and between not in days and between.weekday() != 6:
            lacking.setdefault(between, "Citizens' Holiday")
    culture = date(year, 11, 3)
    removed = {date(year, 12, 23)}
    if culture.weekday() == 6:
        lacking.pop(culture + DAY, None)  # the library has this substitute
    return lacking, removed


TURKEY = {2026: ("2026-03-20", "2026-05-27"), 2027: ("2027-03-09", "2027-05-16")}

print("# Made by src/test/oracle/holidays.py. Country, + or - and date, name.")
for year in range(2020, 2051):
    added, removed = japan(year)
    if year in (2020, 2021):
        continue  # moved for the Olympic Games; nothing is planned in the past
    for day in sorted(added):
        print(f"JP +{day} {added[day]}")
    for day in sorted(removed):
        print(f"JP -{day}")
for year in range(2020, 2051):
    if date(year + 1, 1, 1).weekday() == 5:
        print(f"US +{year}-12-31 New Year's Day")
for year, (ramazan, kurban) in TURKEY.items():
    for first, days, name in ((ramazan, 3, "Ramazan Bayramı"), (kurban, 4, "Kurban Bayramı")):
        for i in range(days):
            print(f"TR +{date.fromisoformat(first) + DAY * i} {name}")
