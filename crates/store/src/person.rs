//! People who sign in. They are switched off, never removed: what they did stays theirs.

use jiff::Timestamp;
use nabat_crisis::id::PersonId;
use nabat_crisis::person::{Actor, Language, Person};

use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{Secret, named, ns};
use crate::{audit, session};

/// Somebody who will sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// What they type to sign in; unique whatever the case of its letters.
    pub login: String,
    /// What others call them.
    pub name: String,
    /// Language of their interface.
    pub language: Language,
    /// Hash of their password, with its salt and parameters.
    pub password_hash: Secret,
}

/// What may change about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonChange {
    /// What others call them.
    pub name: String,
    /// Language of their interface.
    pub language: Language,
    /// Whether they may sign in.
    pub active: bool,
}

/// What is needed to check a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Whose it is.
    pub person: Person,
    /// Hash of the password.
    pub password_hash: Secret,
}

impl Store {
    /// Adds the first person, at the first run. `None` when somebody exists already: two browsers cannot both be first.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn create_first_person(
        &self,
        new: NewPerson,
        at: Timestamp,
    ) -> Result<Option<Person>, StoreError> {
        self.write(move |tx| if any(tx)? { Ok(None) } else { create(tx, &new, Actor::Nabat, at).map(Some) })
            .await
    }

    /// Adds a person.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the login exists, [`StoreError::DiskFull`], engine failures.
    pub async fn create_person(
        &self,
        new: NewPerson,
        by: Actor,
        at: Timestamp,
    ) -> Result<Person, StoreError> {
        self.write(move |tx| create(tx, &new, by, at)).await
    }

    /// Changes a person; who may no longer sign in is signed out. `None` when there is no such person.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn update_person(
        &self,
        id: PersonId,
        change: PersonChange,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Person>, StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE person SET name = ?2, language = ?3, active = ?4 WHERE id = ?1";
            if tx.run(sql, params![id.0, change.name, change.language.name(), change.active])? > 0 {
                let detail = if change.active { "" } else { "inactive" };
                audit::note(tx, (by, at), "person.update", id.0, detail)?;
            }
            if !change.active {
                session::end_all(tx, id)?;
            }
            find(tx, id)
        })
        .await
    }

    /// Sets a person's password and signs them out everywhere. Whether there is such a person.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn set_password(
        &self,
        id: PersonId,
        hash: Secret,
        by: Actor,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE person SET password_hash = ?2 WHERE id = ?1";
            let found = tx.run(sql, params![id.0, hash.reveal()])? > 0;
            if found {
                session::end_all(tx, id)?;
                audit::note(tx, (by, at), "person.password", id.0, "")?;
            }
            Ok(found)
        })
        .await
    }

    /// A person by their number.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// All people, by number.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub async fn people(&self) -> Result<Vec<Person>, StoreError> {
        self.read(|tx| tx.all(&format!("SELECT {COLUMNS} FROM person p ORDER BY id"), [], |row| read(row, 0)))
            .await
    }

    /// Whether anybody can exist to sign in: without, the first run is still to be done.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn has_people(&self) -> Result<bool, StoreError> {
        self.read(any).await
    }

    /// Whom a login belongs to, whatever the case of its letters, with the hash of their password.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub async fn credentials(&self, login: String) -> Result<Option<Credentials>, StoreError> {
        self.read(move |tx| {
            let sql = format!("SELECT {COLUMNS}, password_hash FROM person p WHERE login_key = ?1");
            tx.one(&sql, [key(&login)], |row| {
                Ok(Credentials { person: read(row, 0)?, password_hash: Secret::new(row.get(5)?) })
            })
        })
        .await
    }
}

/// The columns [`read`] takes, of `person p`.
pub(crate) const COLUMNS: &str = "p.id, p.login, p.name, p.language, p.active";

/// A person from [`COLUMNS`], the first of which stands at `first`.
pub(crate) fn read(row: &Row<'_>, first: usize) -> Result<Person, StoreError> {
    Ok(Person {
        id: PersonId(row.get(first)?),
        login: row.get(first + 1)?,
        name: row.get(first + 2)?,
        language: named("language", &row.get::<_, String>(first + 3)?, Language::from_name)?,
        active: row.get(first + 4)?,
    })
}

/// What a login is compared by.
fn key(login: &str) -> String {
    login.trim().to_lowercase()
}

fn any(tx: &Tx<'_>) -> Result<bool, StoreError> {
    Ok(tx.one("SELECT 1 FROM person LIMIT 1", [], |_| Ok(()))?.is_some())
}

fn find(tx: &Tx<'_>, id: PersonId) -> Result<Option<Person>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM person p WHERE id = ?1"), [id.0], |row| read(row, 0))
}

fn create(tx: &Tx<'_>, new: &NewPerson, by: Actor, at: Timestamp) -> Result<Person, StoreError> {
    let key = key(&new.login);
    if tx.one("SELECT 1 FROM person WHERE login_key = ?1", [&key], |_| Ok(()))?.is_some() {
        return Err(StoreError::Taken { what: "login" });
    }
    let sql = "INSERT INTO person (login, login_key, name, language, active, password_hash, created_at) \
               VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6)";
    let (language, hash) = (new.language.name(), new.password_hash.reveal());
    let id = tx.insert(sql, params![new.login.trim(), key, new.name, language, hash, ns(at)])?;
    audit::note(tx, (by, at), "person.create", id, "")?;
    find(tx, PersonId(id))?.ok_or(StoreError::Missing { what: "person", id })
}
