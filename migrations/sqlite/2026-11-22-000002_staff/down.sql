DROP TABLE login_links;
DROP TABLE staff_grants;
