# Dates and times.

month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember

date = { $day }. { $month } { $year }
date-and-time = { $date } kl. { $time }
time = { $hour }.{ $minute }
time-with-seconds = { $hour }.{ $minute }.{ $second }
deadline-day = til og med { $date }
deadline-time = til { $moment }
