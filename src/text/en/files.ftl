# Files that go with a submission.

files = Attachments
files-optional = You may attach files if you like. We save your draft first.
files-add = Attach files
files-change = Change the attachments
files-none = No files are attached.
files-detail = { $kind }, { $size }
files-filled-form = The completed form
files-lede = The files are part of your input, and are sent together with your answers.
files-public = Attachments may become public
files-public-what = Do not attach anything with a national identity number, or with information about individual children or others who can be recognised.
files-here = Files you have attached
files-more = Attach more
files-left = { $count ->
    [one] You can attach one more file.
   *[other] You can attach { $count } more files.
}
files-limits = Each file can be up to { $size }. We accept { $kinds }.
files-full = You have attached { $limit } files, which is the most you can have. Remove one if you want to attach another.
files-choose = Choose files
files-choose-instead = New file instead of “{ $name }”
files-upload = Upload
files-replace = Replace
files-replace-yes = Replace the file
files-remove = Remove
files-added = { $count ->
    [one] The file is attached.
   *[other] { $count } files are attached.
}
files-replaced = The file has been replaced.
files-removed = The file has been removed.
files-progress = Uploading: { $percent } per cent
files-checking = Everything is uploaded. We are checking the files.
files-cancel = Cancel
files-cancelled = The upload was cancelled.
files-failed = We could not upload. Check your connection, and try again. What you chose is still here.

file-nothing-chosen = Choose a file first
file-too-large = “{ $name }” is too large. A file can be up to { $limit }. Make it smaller, or split it.
file-too-many = There was no room for “{ $name }”. You can have up to { $limit } files, so remove another one first.
file-already-there = “{ $name }” is attached already
file-already-there-as = “{ $name }” is the same file as “{ $other }”, which is attached already
file-nothing-to-replace = “{ $name }” is not attached, because the file you wanted to replace is no longer here
file-one-for-one = “{ $name }” is not attached, because you can only replace one file with one other
file-unknown = “{ $name }” is a type of file that we do not accept. Save it as PDF, DOCX, ODT, XLSX, ODS, TXT, PNG or JPEG.
file-old-office = “{ $name }” is saved in an old format. Open it, and save it as DOCX, XLSX or PDF.
file-macros = “{ $name }” has macros. Save it without macros, for example as PDF.
file-encrypted = “{ $name }” is locked with a password. Save it without the password.
file-damaged = “{ $name }” is damaged or incomplete. Open it, and save it again.
file-empty = “{ $name }” is empty. Choose a file that has content.
file-too-many-pixels = The picture “{ $name }” has too many pixels. Make it smaller.
file-bomb = “{ $name }” becomes far too large when it is unpacked. Save it as PDF.
