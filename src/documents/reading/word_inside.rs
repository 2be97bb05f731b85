//! What the elements of Word's text mean to whoever reads only the text.

/// What an open element means to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// Nothing in itself.
    Other,
    /// What is not text, with all that it holds.
    Nothing,
    /// What was struck out while changes were tracked.
    StruckOut,
    Paragraph,
    ParagraphProperties,
    /// The properties of the paragraph's end.
    EndProperties,
    Run,
    RunProperties,
    Text,
    Control,
    ControlProperties,
    Box,
    /// A choice between what a new and an old program can show; whether it has been made.
    Choice(bool),
}
