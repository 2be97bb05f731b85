# Files that go with a submission.

files = Vedlegg
files-optional = Du kan legge ved filer hvis du vil. Vi lagrer kladden først.
files-add = Legg ved filer
files-change = Endre vedleggene
files-none = Ingen filer er lagt ved.
files-detail = { $kind }, { $size }
files-filled-form = Det utfylte skjemaet
files-lede = Filene er en del av innspillet, og blir sendt sammen med svarene dine.
files-public = Vedleggene kan bli offentlige
files-public-what = Ikke legg ved noe med fødselsnummer, eller med opplysninger om enkeltbarn eller andre som kan kjennes igjen.
files-here = Filer du har lagt ved
files-more = Legg ved flere
files-left = { $count ->
    [one] Du kan legge ved én fil til.
   *[other] Du kan legge ved { $count } filer til.
}
files-limits = Hver fil kan være på inntil { $size }. Vi tar imot { $kinds }.
files-full = Du har lagt ved { $limit } filer, og flere kan du ikke ha. Ta bort en hvis du vil legge ved en annen.
files-choose = Velg filer
files-choose-instead = Ny fil i stedet for «{ $name }»
files-upload = Last opp
files-replace = Bytt ut
files-replace-yes = Bytt ut filen
files-remove = Ta bort
files-added = { $count ->
    [one] Filen er lagt ved.
   *[other] { $count } filer er lagt ved.
}
files-replaced = Filen er byttet ut.
files-removed = Filen er tatt bort.
files-progress = Laster opp: { $percent } prosent
files-checking = Alt er lastet opp. Vi kontrollerer filene.
files-cancel = Avbryt
files-cancelled = Opplastingen er avbrutt.
files-failed = Vi fikk ikke lastet opp. Sjekk nettforbindelsen, og prøv igjen. Det du valgte, står her fortsatt.

file-nothing-chosen = Velg en fil først
file-too-large = «{ $name }» er for stor. En fil kan være på inntil { $limit }. Gjør den mindre, eller del den opp.
file-too-many = «{ $name }» fikk ikke plass. Du kan ha inntil { $limit } filer, så ta bort en annen først.
file-already-there = «{ $name }» er lagt ved fra før
file-already-there-as = «{ $name }» er den samme filen som «{ $other }», som er lagt ved fra før
file-nothing-to-replace = «{ $name }» er ikke lagt ved, for filen du ville bytte ut, er ikke her lenger
file-one-for-one = «{ $name }» er ikke lagt ved, for du kan bare bytte ut én fil med én annen
file-unknown = «{ $name }» er en filtype vi ikke tar imot. Lagre den som PDF, DOCX, ODT, XLSX, ODS, TXT, PNG eller JPEG.
file-old-office = «{ $name }» er lagret i et gammelt format. Åpne den, og lagre den som DOCX, XLSX eller PDF.
file-macros = «{ $name }» har makroer. Lagre den uten makroer, for eksempel som PDF.
file-encrypted = «{ $name }» er låst med passord. Lagre den uten passord.
file-damaged = «{ $name }» er skadet eller ikke hel. Åpne den, og lagre den på nytt.
file-empty = «{ $name }» er tom. Velg en fil som har innhold.
file-too-many-pixels = Bildet «{ $name }» har for mange bildepunkter. Gjør det mindre.
file-bomb = «{ $name }» blir altfor stor når den pakkes ut. Lagre den som PDF.
