//! What the tests share: a running service, visitors with cookies, pages, rounds and letters.

pub mod app;
pub mod database;
pub mod letters;
pub mod logs;
pub mod page;
pub mod parts;
pub mod people;
pub mod rounds;
pub mod routes;
pub mod subscribers;
