//! `nabat demo`: an invented company on an invented bad day, faster than life.

use std::process::ExitCode;

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use nabat_app::before::save_topic::Draft;
use nabat_app::crisis::person::{Actor, Language};
use nabat_app::crisis::source::SourceKind;
use nabat_app::flow::{self, Load, numbered};
use nabat_app::settings::sign_in::{Key, SetUp};
use nabat_app::work::drive_world::{self, Step};
use nabat_app::{App, Clock};
use nabat_simulator::{Crisis, CrisisKind, World};

use super::{Place, say, spoken};
use crate::config::Config;
use crate::serving;

/// World seconds per real second: a minute a second, so that an hour's fire takes a minute.
const SPEED: f64 = 60.0;
/// Days of the world before the demo begins: a week of baseline, and one to begin with.
const HISTORY_DAYS: i64 = 9;
/// Hours before the demo begins whose posts wait in the inbox.
const INBOX_HOURS: i64 = 3;
/// World minutes from the beginning to the first post of the crisis.
const CRISIS_AFTER_MINUTES: i64 = 10;
/// Seed of the world; any number gives another one.
const SEED: u64 = 20_260_301;

/// People of the invented company: name, login, language.
const PEOPLE: [(&str, &str, Language); 3] = [
    ("Emma Clarke", "emma", Language::En),
    ("Piotr Zieliński", "piotr", Language::Pl),
    ("Анна Ковалёва", "anna", Language::Ru),
];

/// Arguments of `nabat demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Address and port [default: 127.0.0.1:8800]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    #[command(flatten)]
    place: Place,
    /// World seconds per real second
    #[arg(long, default_value_t = SPEED, value_name = "FACTOR")]
    speed: f64,
}

/// Shows the demo until it is told to stop.
pub(crate) async fn run(args: Args, config: &Config) -> anyhow::Result<ExitCode> {
    let door = serving::bind(args.listen.as_deref().unwrap_or(&config.listen)).await?;
    // Without a folder of the user's choice, the world goes with the process.
    let own_folder = tempfile::Builder::new()
        .prefix("nabat-demo-")
        .tempdir()
        .context("failed to make a folder for the demo")?;
    let folder = args.place.data.clone().unwrap_or_else(|| own_folder.path().to_owned());
    let start = Timestamp::now();
    let app = App::open(&folder, Clock::driven(start, args.speed), true).await?;
    anyhow::ensure!(
        app.needs_set_up().await?,
        "the folder `{}` has a store already: give the demo an empty one, or none",
        folder.display()
    );
    let token = settle(&app).await.context("the demo's company cannot be set up")?;
    let world = world(start);
    let source = app.built_in_source(SourceKind::Simulator, "Simulator").await?.id;
    fill(&app, source, &world, start).await.context("the demo's past cannot be made")?;
    say(&format!("An invented company is having a bad day at http://{}", door.address));
    say(&format!(
        "One second here is {:.0} seconds there; the crisis breaks out in a moment. Ctrl+C stops, and everything is forgotten.",
        args.speed
    ));
    say(&format!(
        "For programs: curl -H 'Authorization: Bearer {}' http://{}/api/v1/radar",
        token.0, door.address
    ));
    let driving = app.clone();
    let played = async move {
        drive_world::drive(&driving, source, Playing { world, told_until: start }).await?;
        Ok(())
    };
    serving::serve(app, door, played).await?;
    Ok(ExitCode::SUCCESS)
}

fn world(start: Timestamp) -> World {
    let begins =
        start.saturating_sub(SignedDuration::from_hours(24 * HISTORY_DAYS)).unwrap_or(Timestamp::MIN);
    let breaks_out =
        start.saturating_add(SignedDuration::from_mins(CRISIS_AFTER_MINUTES)).unwrap_or(Timestamp::MAX);
    World::new(SEED, begins).with_crisis(Crisis { starts_at: breaks_out, kind: CrisisKind::Rumour })
}

/// The company's people and topics; gives a key for programs.
async fn settle(app: &App) -> anyhow::Result<Key> {
    // Nobody signs in to the demo by hand, so nobody needs these passwords.
    let password = Key::new("")?.0;
    let spoken = spoken();
    let mut people = PEOPLE;
    people.sort_by_key(|(_, _, language)| *language != spoken);
    let [(name, login, language), others @ ..] = people;
    let set_up = SetUp {
        organisation: "Welmira · Вельмира".into(),
        name: name.into(),
        login: login.into(),
        password: password.clone(),
        language,
    };
    let first = app.set_up(set_up).await?;
    let by = Actor::Person(first.id);
    for (name, login, language) in others {
        app.add_person(login, name, &password, language, by).await?;
    }
    for seed in nabat_simulator::topics() {
        let draft = Draft {
            name: seed.name(spoken).to_owned(),
            kind: seed.kind,
            query: seed.query.clone(),
            answers: None,
            answer_within_minutes: Some(seed.answer_within_minutes),
            why: String::new(),
        };
        app.add_topic(draft, by).await?;
    }
    Ok(app.create_token("demo", by).await?.1)
}

/// The days before: charts and baselines from all of them, cases from the last hours.
async fn fill(
    app: &App,
    source: nabat_app::crisis::id::SourceId,
    world: &World,
    start: Timestamp,
) -> anyhow::Result<()> {
    let inbox_from = start.saturating_sub(SignedDuration::from_hours(INBOX_HOURS))?;
    let spans = [(world.start(), inbox_from, true), (inbox_from, start, false)];
    for (from, until, quiet) in spans {
        let records = numbered(world.events_between(from, until).into_iter().map(Ok));
        flow::take(app, Load { records, quiet, ..Load::new(source, start) }).await?;
    }
    Ok(())
}

/// The simulator's world, told step by step; it never ends.
struct Playing {
    world: World,
    told_until: Timestamp,
}

impl drive_world::World for Playing {
    fn advance_to(&mut self, until: Timestamp) -> Option<Step> {
        let events = self.world.events_between(self.told_until, until);
        self.told_until = until;
        Some(events.into_iter().map(Ok).collect())
    }
}
