//! Posts for measurements: as many as one likes, cheap, each naming the company.

use jiff::SignedDuration;
use nabat_crisis::Timestamp;
use nabat_crisis::person::Language;
use nabat_crisis::post::{ItemKind, PostEvent};

use crate::luck::{Luck, Purpose};
use crate::network::Place;
use crate::people::{CROWD, Who};
use crate::plan::{Moment, Photo, Plan, later};
use crate::publish;
use crate::texts::{Role, Texts};

/// Serial numbers of bulk posts lie beyond those of any world.
const SERIAL_FIRST: u64 = 1 << 40;

/// `n` new posts over `days` days from `start`, evenly and in the order of publication, each matching the brand topic.
///
/// The same arguments give the same posts. Only creations: measurements of other changes make their own.
pub fn bulk(seed: u64, n: u64, start: Timestamp, days: u32) -> impl Iterator<Item = PostEvent> + Send {
    let lines = lines_that_name_us();
    let mut luck = Luck::new(seed, Purpose::Bulk, 0, 0);
    let span_ms = u128::from(days) * 86_400_000;
    (0..n).map(move |number| {
        let (language, role, template) = *luck.pick(&lines);
        let offset_ms = (span_ms * u128::from(number) / u128::from(n)) as i64;
        let plan =
            plan(&mut luck, number, later(start, SignedDuration::from_millis(offset_ms)), language, role);
        let plan = Plan { template, ..plan };
        publish::event(seed, &plan, &[], later(plan.at, SignedDuration::from_secs(5)), Moment::Created)
    })
}

/// Every authored line whose renderings all have the company's name, and that others than we write.
fn lines_that_name_us() -> Vec<(Language, Role, usize)> {
    let mut lines = Vec::new();
    for (language, _) in Language::ALL {
        for (role, _) in Role::ALL {
            let templates = Texts::get().of(language).templates(role);
            for (index, template) in templates.iter().enumerate() {
                if template.names_us && !role.ours() && !matches!(role, Role::Update | Role::RumourUpdate) {
                    lines.push((language, role, index));
                }
            }
        }
    }
    lines
}

fn plan(luck: &mut Luck, number: u64, at: Timestamp, language: Language, role: Role) -> Plan {
    let talk = Place::ALL.map(|place| place.talk_share(language));
    let (place, kind, who) = if role.stars().is_some() {
        (Place::Opinovo, ItemKind::Review, Who::Person(luck.skewed(CROWD) as u32))
    } else if matches!(role, Role::Headline | Role::RumourHeadline | Role::Denial) {
        (Place::Web, ItemKind::Article, Who::Medium(luck.below(6) as u32))
    } else {
        let kind = if role == Role::RumourReply { ItemKind::Reply } else { ItemKind::Post };
        (Place::ALL[luck.weighted(&talk)], kind, Who::Person(luck.skewed(CROWD) as u32))
    };
    Plan {
        serial: SERIAL_FIRST + number,
        at,
        place,
        language,
        role,
        template: 0,
        kind,
        who,
        folder: who.house().map_or_else(|| luck.skewed(8) as u32, |house| house as u32),
        parent: None,
        quoted: None,
        photo: Photo::None,
        likes: 0,
        watched: 0,
        edited_after: None,
        deleted_after: None,
        restored_after: None,
    }
}
