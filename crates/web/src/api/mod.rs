//! The JSON API, described once: each handler carries its OpenAPI, and the browser's types are generated from it.

pub mod before;
pub mod during;
pub mod live;
pub mod settings;
pub mod shape;

use axum::Json;
use axum::response::IntoResponse;
use nabat_app::App;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::error::ApiError;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Nabat",
        description = "Early warning for crises in social networks: mentions, cases, signals, incidents. \
            Programs send `Authorization: Bearer nabat_…`; make a token in the settings. Times are RFC 3339 in UTC. Lists are paged by `cursor`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/api/v1"))
)]
struct Api;

/// All routes, one line per file.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Api::openapi())
        .merge(during::radar::routes())
        .merge(during::charts::routes())
        .merge(during::mentions::routes())
        .merge(during::cases::routes())
        .merge(during::incidents::routes())
        .merge(during::signals::routes())
        .merge(before::topics::routes())
        .merge(before::queries::routes())
        .merge(before::parts::routes())
        .merge(before::precision::routes())
        .merge(before::sources::routes())
        .merge(before::imports::routes())
        .merge(settings::session::routes())
        .merge(settings::people::routes())
        .merge(settings::tokens::routes())
        .merge(settings::house::routes())
        .merge(settings::channels::routes())
        .merge(settings::alerts::routes())
        .merge(during::export::routes())
        .merge(live::routes())
        .route("/openapi.json", axum::routing::get(described))
}

/// The description of the API.
async fn described() -> Json<utoipa::openapi::OpenApi> {
    Json(description())
}

/// The description of the API. Handlers are named within their files, so their names are no names for the whole: left out.
pub(crate) fn description() -> utoipa::openapi::OpenApi {
    let (_, mut api) = routes().split_for_parts();
    for path in api.paths.paths.values_mut() {
        let operations = [&mut path.get, &mut path.post, &mut path.put, &mut path.patch, &mut path.delete];
        for operation in operations.into_iter().flatten() {
            operation.operation_id = None;
        }
    }
    api
}

/// An address of the API that does not exist.
pub(crate) async fn unknown() -> impl IntoResponse {
    ApiError::not_found()
}
