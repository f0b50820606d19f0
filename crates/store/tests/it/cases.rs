//! Cases: taken, answered, fought over, and counted.

use nabat_crisis::during::case::{Case, CaseState, CaseStep, CloseReason};
use nabat_crisis::id::{MentionId, PersonId};
use nabat_crisis::person::Actor;
use nabat_store::{CaseEntry, CaseFilter, CaseOrder, Span, StoreError};

use crate::world::{BRAND, RIVAL, World, at, post};

const NONE: [i64; 0] = [];

const ANNA: PersonId = PersonId(1);
const PIOTR: PersonId = PersonId(2);

async fn step(world: &World, id: i64, step: CaseStep, by: PersonId, minute: i64) -> Result<Case, StoreError> {
    let before = world.store.case(MentionId(id)).await?.unwrap().case;
    let after = before.after(&step, by, at(minute)).unwrap();
    let entry = CaseEntry { at: at(minute), by: Actor::Person(by), step };
    world.store.step_case(before, after.clone(), entry).await?;
    Ok(after)
}

#[tokio::test]
async fn a_case_goes_from_new_to_answered_and_its_history_says_who_and_when() {
    let world = World::new().await;
    world.commit(vec![post("1", 0, "Зорька, почему в пакете вода?")]).await;
    step(&world, 1, CaseStep::Assign(ANNA), ANNA, 5).await.unwrap();
    let answer = CaseStep::Answer {
        link: None, words: "Проверяем партию, ответим сегодня.".into()
    };
    let answered = step(&world, 1, answer.clone(), ANNA, 9).await.unwrap();
    let view = world.store.case(MentionId(1)).await.unwrap().unwrap();
    assert_eq!((&view.case, view.case.due_at), (&answered, at(60)));
    assert_eq!(view.mention.item.text, "Зорька, почему в пакете вода?");
    let history = world.store.case_history(MentionId(1)).await.unwrap();
    let expected = [(5, CaseStep::Assign(ANNA)), (9, answer)].map(|(minute, step)| CaseEntry {
        at: at(minute),
        by: Actor::Person(ANNA),
        step,
    });
    assert_eq!(history, expected);
    world.check().await;
}

#[tokio::test]
async fn of_two_people_who_take_the_same_case_the_second_is_told() {
    let world = World::new().await;
    world.commit(vec![post("1", 0, "Зорька, где акция?")]).await;
    let before = world.store.case(MentionId(1)).await.unwrap().unwrap().case;
    let take = |who| {
        let step = CaseStep::Assign(who);
        let after = before.after(&step, who, at(3)).unwrap();
        (before.clone(), after, CaseEntry { at: at(3), by: Actor::Person(who), step })
    };
    let (one, other) = (take(ANNA), take(PIOTR));
    world.store.step_case(one.0, one.1, one.2).await.unwrap();
    let refused = world.store.step_case(other.0, other.1, other.2).await;
    assert!(matches!(refused, Err(StoreError::Conflict { what: "case" })), "{refused:?}");
    assert_eq!(world.store.case_history(MentionId(1)).await.unwrap().len(), 1);
    assert_eq!(world.store.case(MentionId(1)).await.unwrap().unwrap().case.assignee, Some(ANNA));
    world.check().await;
}

#[tokio::test]
async fn who_waits_is_counted_by_topic_with_the_oldest_and_the_late_ones() {
    let world = World::new().await;
    let mut both = post("2", 40, "Зорька или Łąka?");
    both.topics = vec![RIVAL, BRAND];
    both.answer_within_minutes = Some(30);
    world.commit(vec![post("1", 0, "Зорька!"), both, post("3", 100, "Зорька?")]).await;
    let counts = world.store.case_counts(at(60)).await.unwrap();
    assert_eq!((counts.n_unanswered, counts.n_late, counts.oldest_waiting_at), (3, 0, Some(at(0))));
    assert_eq!(world.store.case_counts(at(71)).await.unwrap().n_late, 2);
    assert_eq!(world.store.case_counts(at(9_000)).await.unwrap().n_late, 3);
    let close = CaseStep::Close { reason: CloseReason::Spam, words: "Реклама.".into() };
    step(&world, 1, close, ANNA, 62).await.unwrap();
    let counts = world.store.case_counts(at(9_000)).await.unwrap();
    assert_eq!((counts.n_unanswered, counts.n_late, counts.oldest_waiting_at), (2, 2, Some(at(40))));
    let topics: Vec<_> = counts
        .topics
        .iter()
        .map(|topic| (topic.topic, topic.n_unanswered, topic.oldest_waiting_at))
        .collect();
    assert_eq!(topics, [(BRAND, 2, Some(at(40))), (RIVAL, 1, Some(at(40)))]);
    step(&world, 1, CaseStep::Reopen { words: "Не реклама.".into() }, PIOTR, 90).await.unwrap();
    assert_eq!(world.store.case_counts(at(91)).await.unwrap().oldest_waiting_at, Some(at(0)));
    world.check().await;
}

#[tokio::test]
async fn the_inbox_is_filtered_by_every_field_and_ordered_by_clock_or_by_time() {
    let world = World::new().await;
    let mut arrivals: Vec<_> =
        (0..6).map(|n| post(&n.to_string(), n * 10, &format!("Зорька, жалоба {n}"))).collect();
    arrivals[5].answer_within_minutes = Some(5);
    arrivals[4].topics = vec![RIVAL];
    world.commit(arrivals).await;
    step(&world, 2, CaseStep::Assign(PIOTR), ANNA, 70).await.unwrap();
    let ids = async |filter: CaseFilter, order| -> Vec<i64> {
        world
            .store
            .cases(filter, order, None, 10)
            .await
            .unwrap()
            .items
            .iter()
            .map(|view| view.case.id.0)
            .collect()
    };
    let all = CaseFilter::default;
    assert_eq!(ids(all(), CaseOrder::DueFirst).await, [6, 1, 2, 3, 4, 5]);
    assert_eq!(ids(all(), CaseOrder::NewestFirst).await, [6, 5, 4, 3, 2, 1]);
    let new = CaseFilter { states: vec![CaseState::New], topic: Some(BRAND), ..all() };
    assert_eq!(ids(new, CaseOrder::DueFirst).await, [6, 1, 3, 4]);
    assert_eq!(ids(CaseFilter { assignee: Some(PIOTR), ..all() }, CaseOrder::DueFirst).await, [2]);
    assert_eq!(
        ids(CaseFilter { assignee: Some(PIOTR), topic: Some(RIVAL), ..all() }, CaseOrder::DueFirst).await,
        NONE
    );
    let span = Some(Span { topic: BRAND, from: at(10), until: Some(at(40)) });
    assert_eq!(ids(CaseFilter { span, ..all() }, CaseOrder::NewestFirst).await, [4, 3, 2]);
    let words = |text: &str| CaseFilter { words: vec![text.into(), "жал".into()], ..all() };
    assert_eq!(ids(words("5"), CaseOrder::DueFirst).await, [6]);
    assert_eq!(ids(words("заря"), CaseOrder::DueFirst).await, NONE);
    assert_eq!(ids(CaseFilter { lang: Some("pl".into()), ..all() }, CaseOrder::DueFirst).await, NONE);
}
