//! People: who may sign in.

use std::collections::BTreeMap;

use nabat_crisis::id::PersonId;
use nabat_crisis::person::{Actor, Language, Person};
use nabat_store::{NewPerson, PersonChange};

use super::sign_in::{checked_login, checked_name, hash_password};
use crate::{App, Refused, Result};

/// What changes about a person; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// What others call them.
    pub name: Option<String>,
    /// Language of their interface.
    pub language: Option<Language>,
    /// Whether they may sign in.
    pub active: Option<bool>,
    /// A new password, set by somebody else for them.
    pub password: Option<String>,
}

impl App {
    /// Adds a person.
    ///
    /// # Errors
    /// [`Refused::NameTaken`] for a login in use, [`Refused::BadValue`], [`Refused::PasswordTooShort`].
    pub async fn add_person(
        &self,
        login: &str,
        name: &str,
        password: &str,
        language: Language,
        by: Actor,
    ) -> Result<Person> {
        let password_hash = hash_password(password).await?;
        let new =
            NewPerson { login: checked_login(login)?, name: checked_name(name)?, language, password_hash };
        Ok(self.store.create_person(new, by, self.clock.now()).await?)
    }

    /// Changes a person.
    ///
    /// # Errors
    /// [`Refused::LastPerson`] when nobody could sign in any more, [`Refused::NotFound`], [`Refused::BadValue`].
    pub async fn change_person(&self, id: PersonId, change: Change, by: Actor) -> Result<Person> {
        let people = self.store.people().await?;
        let Some(person) = people.iter().find(|person| person.id == id) else {
            return Err(Refused::NotFound);
        };
        let others_active = people.iter().any(|other| other.id != id && other.active);
        if change.active == Some(false) && !others_active {
            return Err(Refused::LastPerson);
        }
        let name = change.name.as_deref().map_or_else(|| Ok(person.name.clone()), checked_name)?;
        let next = PersonChange {
            name,
            language: change.language.unwrap_or(person.language),
            active: change.active.unwrap_or(person.active),
        };
        if let Some(password) = &change.password {
            let hash = hash_password(password).await?;
            self.store.set_password(id, hash, by, self.clock.now()).await?;
        }
        self.store.update_person(id, next, by, self.clock.now()).await?.ok_or(Refused::NotFound)
    }
}

/// Names of everybody who ever could sign in.
#[derive(Debug, Clone)]
pub(crate) struct Names(BTreeMap<PersonId, String>);

impl Names {
    /// Who it was; nothing for Nabat itself.
    pub(crate) fn of(&self, by: Actor) -> Option<String> {
        match by {
            Actor::Person(person) => self.0.get(&person).cloned(),
            Actor::Nabat => None,
        }
    }
}

impl App {
    /// Everybody's name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) async fn names(&self) -> Result<Names> {
        let people = self.store.people().await?.into_iter();
        Ok(Names(people.map(|person| (person.id, person.name)).collect()))
    }
}
