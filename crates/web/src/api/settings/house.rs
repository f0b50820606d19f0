//! Settings that hold for everybody.

use axum::Json;
use axum::extract::State;
use nabat_app::App;
use nabat_app::settings::house::House;
use nabat_app::views::SurgeRule;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::session::LanguageName;
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read, change))
}

/// The settings.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Settings)]
pub struct HouseBody {
    /// What the organisation is called.
    pub organisation: String,
    /// Language of messages that go to nobody in particular.
    pub language: LanguageName,
    /// How many times the usual rings: 1.5 to 100.
    pub surge_ratio: f64,
    /// From how many authors at least: 1 to 1,000.
    pub surge_authors_min: u64,
    /// Minutes after a signal in which only a doubling rings: 5 to 10,080.
    pub surge_cooldown_minutes: i64,
    /// Whom the owner of a feed can write to.
    pub contact: String,
}

impl From<&House> for HouseBody {
    fn from(house: &House) -> Self {
        Self {
            organisation: house.organisation.clone(),
            language: match house.language {
                nabat_crisis::person::Language::En => LanguageName::En,
                nabat_crisis::person::Language::Pl => LanguageName::Pl,
                nabat_crisis::person::Language::Ru => LanguageName::Ru,
            },
            surge_ratio: house.surge.ratio,
            surge_authors_min: house.surge.n_authors_min,
            surge_cooldown_minutes: house.surge.cooldown_minutes,
            contact: house.contact.clone(),
        }
    }
}

/// The settings.
#[utoipa::path(get, path = "/settings", tag = "settings", responses((status = 200, body = HouseBody)))]
async fn read(_caller: Caller, State(app): State<App>) -> Json<HouseBody> {
    Json(HouseBody::from(&**app.house.load()))
}

/// Changes the settings.
#[utoipa::path(put, path = "/settings", tag = "settings", request_body = HouseBody, responses((status = 200, body = HouseBody)))]
async fn change(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<HouseBody>,
) -> ApiResult<Json<HouseBody>> {
    let house = House {
        organisation: body.organisation,
        language: body.language.value(),
        surge: SurgeRule {
            ratio: body.surge_ratio,
            n_authors_min: body.surge_authors_min,
            cooldown_minutes: body.surge_cooldown_minutes,
        },
        contact: body.contact,
    };
    app.change_house(house, caller.actor()).await?;
    Ok(Json(HouseBody::from(&**app.house.load())))
}
