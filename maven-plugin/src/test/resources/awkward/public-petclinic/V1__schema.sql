CREATE TABLE vets (
  id INTEGER PRIMARY KEY AUTOINCREMENT, first_name VARCHAR(30), last_name VARCHAR(30));
CREATE INDEX vets_last_name ON vets (last_name);
CREATE TABLE specialties (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(80));
CREATE TABLE vet_specialties (
  vet_id INTEGER NOT NULL, specialty_id INTEGER NOT NULL,
  CONSTRAINT fk_vet_specialties_vets FOREIGN KEY (vet_id) REFERENCES vets (id),
  CONSTRAINT fk_vet_specialties_specialties FOREIGN KEY (specialty_id) REFERENCES specialties (id),
  UNIQUE (vet_id, specialty_id));
CREATE TABLE types (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(80));
CREATE TABLE owners (
  id INTEGER PRIMARY KEY AUTOINCREMENT, first_name VARCHAR(30), last_name VARCHAR(30) NOT NULL,
  address VARCHAR(255), city VARCHAR(80), telephone VARCHAR(20));
CREATE INDEX owners_last_name ON owners (last_name);
CREATE TABLE pets (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(30), birth_date DATE,
  type_id INTEGER NOT NULL REFERENCES types (id), owner_id INTEGER REFERENCES owners (id));
CREATE INDEX pets_name ON pets (name);
CREATE INDEX pets_owner ON pets (owner_id);
CREATE TABLE visits (
  id INTEGER PRIMARY KEY AUTOINCREMENT, pet_id INTEGER REFERENCES pets (id), visit_date DATE,
  description VARCHAR(255));
CREATE INDEX visits_pet ON visits (pet_id);
