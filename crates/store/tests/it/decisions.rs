//! From counters to the bell: marks, signals, incidents, alerts and their deliveries.

use nabat_crisis::alert::{AlertReason, AlertSubject, DeliveryState, NewAlert};
use nabat_crisis::bucket::Bucket;
use nabat_crisis::during::decide::{Decision, on_signal, on_time};
use nabat_crisis::during::incident::{ClosingReason, Happening, Incident, IncidentStep, TimelineEntry};
use nabat_crisis::id::{IncidentId, PersonId, SignalId};
use nabat_crisis::person::Actor;
use nabat_crisis::signal::{Evidence, MentionSurge, NewSignal};
use nabat_store::{
    Attempt, ChannelDraft, Decided, Decisions, DueMark, IncidentFilter, Secret, SignalFilter, StoreError,
    opened_here,
};

use crate::world::{BRAND, World, at, post};

fn surge(minute: i64, n_observed: u64) -> NewSignal {
    let evidence = Evidence::MentionSurge(MentionSurge {
        window_from: at(minute - 60),
        window_until: at(minute),
        n_observed,
        n_baseline: 168,
        baseline_hours: 168.0,
        expected_per_hour: 0.1 + 0.2,
        ratio: n_observed as f64 / 0.3,
        ratio_threshold: 4.0,
        n_authors: n_observed,
        n_authors_min: 5,
        networks: vec![],
        top_authors: vec![],
        top_posts: vec![],
    });
    NewSignal { topic: BRAND, at: at(minute), evidence }
}

/// What the app does: decides signal after signal, each against the incident the one before leaves.
async fn decide(world: &World, mark: DueMark, signals: Vec<NewSignal>) -> Decisions {
    let seen_open = world.store.open_incident(BRAND).await.unwrap();
    let mut open = seen_open.clone();
    let mut decided = Vec::new();
    for signal in signals {
        let decision = on_signal(&signal, open.as_ref());
        open = Some(match &decision {
            Decision::Open(opening) => opened_here(BRAND, opening),
            Decision::Join { incident, .. } => incident.clone(),
        });
        decided.push(Decided { signal, decision });
    }
    Decisions { mark, next: None, seen_open, decided, silent: false }
}

async fn ring(world: &World) -> DueMark {
    let n = world.store.health().await.unwrap().n_mentions;
    world.commit(vec![post(&format!("ring{n}"), 50, "Зорька")]).await;
    world.store.due().await.unwrap()[0]
}

fn webhook(name: &str, enabled: bool) -> ChannelDraft {
    let secret = Some(Secret::new("whsec_ключ".into()));
    ChannelDraft { name: name.into(), url: "https://chat.example/hook".into(), secret, enabled }
}

#[tokio::test]
async fn the_first_signal_opens_an_incident_the_second_joins_it_and_people_are_told() {
    let world = World::new().await;
    let hook = world.store.create_channel(webhook("чат", true), Actor::Nabat, at(0)).await.unwrap();
    world.store.create_channel(webhook("выключен", false), Actor::Nabat, at(0)).await.unwrap();
    let mark = ring(&world).await;
    let decisions = decide(&world, mark, vec![surge(60, 20), surge(65, 25), surge(70, 41)]).await;
    let done = world.store.commit_decisions(decisions.clone()).await.unwrap();
    assert_eq!(
        (done.signals.len(), done.opened.as_slice(), done.alerts.len()),
        (3, [IncidentId(1)].as_slice(), 2)
    );
    assert_eq!(done.changed, []);
    assert_eq!(world.store.due().await.unwrap(), []);
    let incident = world.store.incident(IncidentId(1)).await.unwrap().unwrap();
    assert_eq!((incident.n_told, incident.last_signal_at, incident.from), (41, at(70), at(0)));
    let told: Vec<_> =
        world.store.timeline(IncidentId(1)).await.unwrap().into_iter().map(|entry| entry.what).collect();
    let expected = [
        Happening::Opened(SignalId(1)),
        Happening::Told(AlertReason::First),
        Happening::SignalJoined(SignalId(2)),
        Happening::SignalJoined(SignalId(3)),
        Happening::Told(AlertReason::Grew),
    ];
    assert_eq!(told, expected);
    let alerts = world.store.alerts_after(None, 10).await.unwrap();
    let reasons: Vec<_> = alerts.iter().map(|alert| (alert.said.reason, alert.said.subject)).collect();
    let subject = AlertSubject::Incident(IncidentId(1));
    assert_eq!(reasons, [(AlertReason::First, subject), (AlertReason::Grew, subject)]);
    let due = world.store.due_deliveries(at(70), 10).await.unwrap();
    assert!(due.iter().all(|delivery| delivery.channel == hook) && due.len() == 2, "{due:?}");
    let stored = world.store.signal(SignalId(1)).await.unwrap().unwrap();
    assert_eq!((stored.signal.said, stored.incident), (surge(60, 20), IncidentId(1)));
    world.check().await;
}

#[tokio::test]
async fn the_same_signals_again_change_nothing() {
    let world = World::new().await;
    let mark = ring(&world).await;
    let signals = vec![surge(60, 20), surge(65, 25)];
    world.store.commit_decisions(decide(&world, mark, signals.clone()).await).await.unwrap();
    let before = world.store.incident(IncidentId(1)).await.unwrap();
    let mark = ring(&world).await;
    let again = world.store.commit_decisions(decide(&world, mark, signals).await).await.unwrap();
    assert_eq!((again.signals, again.opened, again.changed, again.alerts), (vec![], vec![], vec![], vec![]));
    assert_eq!(world.store.incident(IncidentId(1)).await.unwrap(), before);
    assert_eq!(world.store.timeline(IncidentId(1)).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_decision_made_for_an_incident_that_a_person_closed_is_made_again() {
    let world = World::new().await;
    let mark = ring(&world).await;
    world.store.commit_decisions(decide(&world, mark, vec![surge(60, 20)]).await).await.unwrap();
    let mark = ring(&world).await;
    let late = decide(&world, mark, vec![surge(65, 25)]).await;
    let open = world.store.open_incident(BRAND).await.unwrap().unwrap();
    let step =
        IncidentStep::Close { reason: ClosingReason::FalseAlarm, words: "Распродажа.".into() };
    let entry = |step: &IncidentStep| TimelineEntry {
        at: at(64),
        by: Actor::Person(PersonId(1)),
        what: Happening::Step(step.clone()),
    };
    let closed = open.after(&step, at(64)).unwrap();
    world.store.step_incident(open.clone(), closed.clone(), entry(&step), vec![]).await.unwrap();
    let refused = world.store.commit_decisions(late).await;
    assert!(matches!(refused, Err(StoreError::Conflict { what: "incident" })), "{refused:?}");
    assert_eq!(world.store.due().await.unwrap(), [mark]);
    let again = world.store.commit_decisions(decide(&world, mark, vec![surge(65, 25)]).await).await.unwrap();
    assert_eq!(again.opened, [IncidentId(2)]);
    let stale = world.store.step_incident(open, closed, entry(&step), vec![]).await;
    assert!(matches!(stale, Err(StoreError::Conflict { .. })));
    let open_only = IncidentFilter { open: Some(true), topic: Some(BRAND) };
    let ids = |page: Vec<Incident>| page.iter().map(|incident| incident.id.0).collect::<Vec<_>>();
    assert_eq!(ids(world.store.incidents(open_only, None, 10).await.unwrap().items), [2]);
    let page = world.store.incidents(IncidentFilter::default(), None, 1).await.unwrap();
    assert_eq!((ids(page.items), page.next.is_some()), (vec![2], true));
    assert_eq!(ids(world.store.open_incidents().await.unwrap()), [2]);
    world.check().await;
}

#[tokio::test]
async fn a_mention_that_arrives_while_detection_runs_is_looked_at_next() {
    let world = World::new().await;
    let mark = ring(&world).await;
    assert_eq!(mark.from, Bucket::of(at(50)));
    world.commit(vec![post("поздний", 55, "Зорька")]).await;
    world.store.commit_decisions(decide(&world, mark, vec![]).await).await.unwrap();
    let left = world.store.due().await.unwrap();
    assert_eq!(left.iter().map(|mark| mark.from).collect::<Vec<_>>(), [Bucket::of(at(50))]);
    world.store.settle_due(vec![(mark, None)]).await.unwrap();
    assert_eq!(world.store.due().await.unwrap(), left);
    world.store.settle_due(vec![(left[0], Some(Bucket::of(at(55))))]).await.unwrap();
    let moved = world.store.due().await.unwrap();
    assert_eq!(moved[0].from, Bucket::of(at(55)));
    world.store.settle_due(vec![(moved[0], None)]).await.unwrap();
    assert_eq!(world.store.due().await.unwrap(), []);
}

#[tokio::test]
async fn an_incident_nobody_takes_is_told_again_once() {
    let world = World::new().await;
    let mark = ring(&world).await;
    let mut old = decide(&world, mark, vec![surge(60, 20)]).await;
    old.silent = true;
    assert_eq!(world.store.commit_decisions(old).await.unwrap().alerts, []);
    let before = world.store.incident(IncidentId(1)).await.unwrap().unwrap();
    let after = on_time(&before, at(75)).unwrap();
    let entry = TimelineEntry { at: at(75), by: Actor::Nabat, what: Happening::Told(AlertReason::Repeat) };
    let subject = AlertSubject::Incident(before.id);
    let alert = NewAlert { subject, reason: AlertReason::Repeat, at: at(75), key: "repeat:1:1".into() };
    let told = world.store.tell_incident(before.clone(), after.clone(), entry.clone(), alert.clone()).await;
    assert!(told.unwrap().is_some());
    assert_eq!(world.store.put_alert(alert.clone(), None).await.unwrap(), None);
    let latest = world.store.latest_alert().await.unwrap().unwrap();
    assert_eq!(world.store.alert(latest).await.unwrap().unwrap().said, alert);
    assert_eq!(world.store.alerts_after(Some(latest), 10).await.unwrap(), []);
    assert!(world.store.tell_incident(before, after, entry, alert).await.is_err());
}

#[tokio::test]
async fn a_webhook_that_fails_is_tried_again_and_every_attempt_is_kept() {
    let world = World::new().await;
    let hook = world.store.create_channel(webhook("чат", true), Actor::Nabat, at(0)).await.unwrap();
    let alert = |key: &str| NewAlert {
        subject: AlertSubject::Channel,
        reason: AlertReason::Test,
        at: at(1),
        key: key.into(),
    };
    world.store.put_alert(alert("test:1"), Some(hook.id)).await.unwrap().unwrap();
    assert_eq!(world.store.due_deliveries(at(0), 10).await.unwrap(), []);
    let due = world.store.due_deliveries(at(1), 10).await.unwrap().remove(0);
    let attempt = |minute, delivered, status| Attempt {
        at: at(minute),
        delivered,
        status: Some(status),
        detail: "odpowiedź serwera".into(),
    };
    let state = world.store.record_attempt(due.id, attempt(1, false, 503), Some(at(6))).await.unwrap();
    assert_eq!(
        (state, world.store.due_deliveries(at(5), 10).await.unwrap()),
        (DeliveryState::Waiting, vec![])
    );
    assert_eq!(world.store.due_deliveries(at(6), 10).await.unwrap()[0].n_attempts, 1);
    let state = world.store.record_attempt(due.id, attempt(6, true, 204), None).await.unwrap();
    assert_eq!(
        (state, world.store.due_deliveries(at(60), 10).await.unwrap()),
        (DeliveryState::Delivered, vec![])
    );
    let log = world.store.deliveries(Some(hook.id), None, 10).await.unwrap().items.remove(0);
    assert_eq!(
        (log.state, log.attempts),
        (DeliveryState::Delivered, vec![attempt(1, false, 503), attempt(6, true, 204)])
    );
    world.store.put_alert(alert("test:2"), None).await.unwrap().unwrap();
    let off = ChannelDraft { secret: None, ..webhook("чат", false) };
    let changed = world.store.update_channel(hook.id, off, Actor::Nabat, at(7)).await.unwrap().unwrap();
    assert_eq!(changed.secret.reveal(), "whsec_ключ");
    assert_eq!(world.store.due_deliveries(at(60), 10).await.unwrap(), []);
    assert!(!format!("{changed:?}").contains("whsec"));
}

#[tokio::test]
async fn signals_are_paged_by_time_and_found_by_topic_and_incident() {
    let world = World::new().await;
    let mark = ring(&world).await;
    let signals = (0..5).map(|n| surge(60 + n * 5, 20)).collect();
    world.store.commit_decisions(decide(&world, mark, signals).await).await.unwrap();
    let mut ids = Vec::new();
    let mut cursor = None;
    loop {
        let filter =
            SignalFilter { topic: Some(BRAND), incident: Some(IncidentId(1)), ..SignalFilter::default() };
        let page = world.store.signals(filter, cursor, 2).await.unwrap();
        ids.extend(page.items.iter().map(|stored| stored.signal.id.0));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(ids, [5, 4, 3, 2, 1]);
    let since = world.store.signals_since(BRAND, at(75)).await.unwrap();
    assert_eq!(since.iter().map(|stored| stored.signal.id.0).collect::<Vec<_>>(), [4, 5]);
}
