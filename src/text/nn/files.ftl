# Files that go with a submission.

files = Vedlegg
files-optional = Du kan leggje ved filer om du vil. Vi lagrar kladden først.
files-add = Legg ved filer
files-change = Endre vedlegga
files-none = Ingen filer er lagde ved.
files-detail = { $kind }, { $size }
files-filled-form = Det utfylte skjemaet
files-lede = Filene er ein del av innspelet, og blir sende saman med svara dine.
files-public = Vedlegga kan bli offentlege
files-public-what = Ikkje legg ved noko med fødselsnummer, eller med opplysningar om einskildbarn eller andre som kan kjennast att.
files-here = Filer du har lagt ved
files-more = Legg ved fleire
files-left = { $count ->
    [one] Du kan leggje ved éi fil til.
   *[other] Du kan leggje ved { $count } filer til.
}
files-limits = Kvar fil kan vere på inntil { $size }. Vi tek imot { $kinds }.
files-full = Du har lagt ved { $limit } filer, og fleire kan du ikkje ha. Ta bort ei om du vil leggje ved ei anna.
files-choose = Vel filer
files-choose-instead = Ny fil i staden for «{ $name }»
files-upload = Last opp
files-replace = Byt ut
files-replace-yes = Byt ut fila
files-remove = Ta bort
files-added = { $count ->
    [one] Fila er lagd ved.
   *[other] { $count } filer er lagde ved.
}
files-replaced = Fila er bytt ut.
files-removed = Fila er teken bort.
files-progress = Lastar opp: { $percent } prosent
files-checking = Alt er lasta opp. Vi kontrollerer filene.
files-cancel = Avbryt
files-cancelled = Opplastinga er avbroten.
files-failed = Vi fekk ikkje lasta opp. Sjekk nettsambandet, og prøv igjen. Det du valde, står her framleis.

file-nothing-chosen = Vel ei fil først
file-too-large = «{ $name }» er for stor. Ei fil kan vere på inntil { $limit }. Gjer ho mindre, eller del ho opp.
file-too-many = «{ $name }» fekk ikkje plass. Du kan ha inntil { $limit } filer, så ta bort ei anna først.
file-already-there = «{ $name }» er lagd ved frå før
file-already-there-as = «{ $name }» er den same fila som «{ $other }», som er lagd ved frå før
file-nothing-to-replace = «{ $name }» er ikkje lagd ved, for fila du ville byte ut, er ikkje her lenger
file-one-for-one = «{ $name }» er ikkje lagd ved, for du kan berre byte ut éi fil med éi anna
file-unknown = «{ $name }» er ein filtype vi ikkje tek imot. Lagre ho som PDF, DOCX, ODT, XLSX, ODS, TXT, PNG eller JPEG.
file-old-office = «{ $name }» er lagra i eit gammalt format. Opne ho, og lagre ho som DOCX, XLSX eller PDF.
file-macros = «{ $name }» har makroar. Lagre ho utan makroar, til dømes som PDF.
file-encrypted = «{ $name }» er låst med passord. Lagre ho utan passord.
file-damaged = «{ $name }» er skadd eller ikkje heil. Opne ho, og lagre ho på nytt.
file-empty = «{ $name }» er tom. Vel ei fil som har innhald.
file-too-many-pixels = Biletet «{ $name }» har for mange biletpunkt. Gjer det mindre.
file-bomb = «{ $name }» blir altfor stor når ho blir pakka ut. Lagre ho som PDF.
