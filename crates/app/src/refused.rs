//! Why a use case was not done: what people can put right, and what is broken on our side.

use nabat_crisis::during::case::CaseError;
use nabat_crisis::during::incident::IncidentError;
use nabat_store::StoreError;

use crate::before::query::QueryFault;

/// What use cases return.
pub type Result<T> = std::result::Result<T, Refused>;

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Nothing has that number.
    #[error("nothing has that number")]
    NotFound,
    /// Somebody else was faster.
    #[error("somebody else changed it in the meantime")]
    Conflict,
    /// Its state does not allow the step.
    #[error("its state does not allow this step")]
    WrongState,
    /// Words are needed.
    #[error("words are needed")]
    WordsMissing,
    /// The words are too long.
    #[error("the words are too long")]
    WordsTooLong,
    /// The link is not a web address.
    #[error("the link is not a web address")]
    BadLink,
    /// The query cannot be read.
    #[error("the query cannot be read")]
    BadQuery(Box<QueryFault>),
    /// A name is needed.
    #[error("a name is needed")]
    NameMissing,
    /// The name is taken.
    #[error("the name is taken")]
    NameTaken,
    /// The address is not an http or https address.
    #[error("the address is not a web address")]
    BadUrl,
    /// A value cannot be used.
    #[error("the value of `{0}` cannot be used")]
    BadValue(&'static str),
    /// The password is too short.
    #[error("the password is too short")]
    PasswordTooShort,
    /// The login or the password is wrong.
    #[error("the login or the password is wrong")]
    WrongPassword,
    /// Too many failed sign-ins.
    #[error("too many failed attempts, wait a few minutes")]
    TooManyAttempts,
    /// The first person exists already.
    #[error("the set-up is done already")]
    SetUpDone,
    /// The last person who can sign in cannot be switched off.
    #[error("the last person who can sign in cannot be switched off")]
    LastPerson,
    /// A named part is used by a topic or another part.
    #[error("the part is used by a topic or another part")]
    PartInUse,
    /// There is nothing to draw from.
    #[error("nothing was found yet")]
    NothingFound,
    /// The disk is full.
    #[error("the disk is full: nothing was lost, but nothing more can be stored until there is room")]
    StoreFull,
    /// Something of ours is broken.
    #[error("something inside is broken")]
    Broken(#[source] anyhow::Error),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { .. } => Self::Conflict,
            StoreError::Taken { .. } => Self::NameTaken,
            StoreError::Missing { .. } => Self::NotFound,
            StoreError::BadCursor => Self::BadValue("cursor"),
            StoreError::TooLarge { what, .. } => Self::BadValue(what),
            StoreError::DiskFull => Self::StoreFull,
            other => Self::Broken(other.into()),
        }
    }
}

impl From<CaseError> for Refused {
    fn from(error: CaseError) -> Self {
        match error {
            CaseError::WrongState { .. } => Self::WrongState,
            CaseError::WordsMissing => Self::WordsMissing,
            CaseError::WordsTooLong => Self::WordsTooLong,
            CaseError::BadLink => Self::BadLink,
        }
    }
}

impl From<IncidentError> for Refused {
    fn from(error: IncidentError) -> Self {
        match error {
            IncidentError::WrongState { .. } => Self::WrongState,
            IncidentError::WordsMissing => Self::WordsMissing,
            IncidentError::WordsTooLong => Self::WordsTooLong,
        }
    }
}

impl From<anyhow::Error> for Refused {
    fn from(error: anyhow::Error) -> Self {
        Self::Broken(error)
    }
}
