//! People, their sessions, and the tokens of programs.

use nabat_crisis::id::PersonId;
use nabat_crisis::person::{Actor, Language};
use nabat_store::{NewPerson, PersonChange, Secret, StoreError};

use crate::world::{World, at};

fn person(login: &str) -> NewPerson {
    NewPerson {
        login: login.into(),
        name: "Łucja Wiśniewska".into(),
        language: Language::Pl,
        password_hash: Secret::new("$argon2id$хэш".into()),
    }
}

#[tokio::test]
async fn only_one_browser_can_be_first_and_a_login_exists_once_whatever_its_letters() {
    let world = World::new().await;
    assert!(!world.store.has_people().await.unwrap());
    let first = world.store.create_first_person(person("Łucja"), at(0)).await.unwrap().unwrap();
    assert_eq!((first.login.as_str(), first.active), ("Łucja", true));
    assert_eq!(world.store.create_first_person(person("inna"), at(0)).await.unwrap(), None);
    let taken = world.store.create_person(person(" łucja"), Actor::Person(first.id), at(1)).await;
    assert!(matches!(taken, Err(StoreError::Taken { what: "login" })), "{taken:?}");
    world.store.create_person(person("Пётр"), Actor::Person(first.id), at(1)).await.unwrap();
    assert_eq!(world.store.people().await.unwrap().len(), 2);
    let found = world.store.credentials("ПЁТР".into()).await.unwrap().unwrap();
    assert_eq!((found.person.id, found.password_hash.reveal()), (PersonId(2), "$argon2id$хэш"));
    assert!(!format!("{found:?}").contains("argon2id"));
}

#[tokio::test]
async fn a_session_ends_by_time_by_hand_and_when_its_person_is_switched_off() {
    let world = World::new().await;
    let anna = world.store.create_first_person(person("anna"), at(0)).await.unwrap().unwrap();
    let start =
        async |token: u8| world.store.start_session(anna.id, [token; 32], at(0), at(60)).await.unwrap();
    let holds =
        async |token: u8, minute| world.store.session([token; 32], at(minute)).await.unwrap().is_some();
    start(1).await;
    assert!(holds(1, 59).await && !holds(1, 60).await && !holds(2, 0).await);
    assert_eq!(world.store.end_expired_sessions(at(60)).await.unwrap(), 1);
    start(2).await;
    assert!(world.store.end_session([2; 32]).await.unwrap() && !holds(2, 1).await);
    start(3).await;
    assert!(world.store.set_password(anna.id, Secret::new("x".into()), Actor::Nabat, at(1)).await.unwrap());
    assert!(!holds(3, 2).await);
    start(4).await;
    let off = PersonChange { name: anna.name.clone(), language: Language::Ru, active: false };
    let changed = world.store.update_person(anna.id, off, Actor::Nabat, at(2)).await.unwrap().unwrap();
    assert!(!changed.active && changed.language == Language::Ru && !holds(4, 3).await);
    assert_eq!(world.store.person(anna.id).await.unwrap(), Some(changed));
}

#[tokio::test]
async fn a_revoked_token_opens_nothing() {
    let world = World::new().await;
    let token = world.store.create_token("панель".into(), [7; 32], Actor::Nabat, at(0)).await.unwrap();
    assert!(world.store.create_token("ещё одна".into(), [7; 32], Actor::Nabat, at(0)).await.is_err());
    world.store.note_token_use(token.id, at(5)).await.unwrap();
    let found = world.store.token_by_hash([7; 32]).await.unwrap().unwrap();
    assert_eq!((found.name.as_str(), found.last_used_at), ("панель", Some(at(5))));
    world.store.revoke_token(token.id, Actor::Nabat, at(6)).await.unwrap().unwrap();
    assert_eq!(world.store.token_by_hash([7; 32]).await.unwrap(), None);
    assert_eq!(world.store.tokens().await.unwrap()[0].revoked_at, Some(at(6)));
}
